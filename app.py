"""The app: `python3 app.py` installs what it needs and opens it; `streamlit run app.py` opens it in an environment of your own."""

import sys

if __name__ == "__main__":  # a worker process started by `multiprocessing` reads this file under another name and must not start a second app
    if "streamlit" not in sys.modules:  # plain Python, perhaps an old one with nothing installed
        from workbench import bootstrap

        raise SystemExit(bootstrap.main())

    from workbench.ui.app import main

    main()
