namespace ImageStreams.Internal;

/// <summary>A list in pages of one size, whose next version shares the pages in which nothing changes.</summary>
/// <remarks>Written by one thread; read-only once it is forked or published.</remarks>
internal sealed class CopyOnWriteList<T>
{
    private const int Shift = 10;
    private const int PageSize = 1 << Shift;
    private const int Mask = PageSize - 1;

    private T[][] _pages;
    private bool[] _isOwn;

    public CopyOnWriteList()
        : this([], [], 0)
    {
    }

    /// <summary>Creates a list of default values.</summary>
    public CopyOnWriteList(int count)
        : this(new T[(count + Mask) >> Shift][], new bool[(count + Mask) >> Shift], count)
    {
        for (var page = 0; page < _pages.Length; page++)
        {
            _pages[page] = new T[PageSize];
            _isOwn[page] = true;
        }
    }

    private CopyOnWriteList(T[][] pages, bool[] isOwn, int count)
    {
        _pages = pages;
        _isOwn = isOwn;
        Count = count;
    }

    public int Count { get; private set; }

    /// <summary>Copies items into a list of their own.</summary>
    public static CopyOnWriteList<T> Create(ReadOnlySpan<T> items)
    {
        var list = new CopyOnWriteList<T>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            list.Change(i) = items[i];
        }

        return list;
    }

    public ref readonly T this[int index] => ref _pages[index >> Shift][index & Mask];

    /// <summary>Creates the next version, to be changed; a page is copied at its first change.</summary>
    public CopyOnWriteList<T> Fork() => new([.. _pages], new bool[_pages.Length], Count);

    /// <summary>Gets an item to be changed in place.</summary>
    public ref T Change(int index)
    {
        var page = index >> Shift;
        if (!_isOwn[page])
        {
            _pages[page] = [.. _pages[page]];
            _isOwn[page] = true;
        }

        return ref _pages[page][index & Mask];
    }

    /// <summary>Adds an item at the end and returns its position.</summary>
    public int Add(in T item)
    {
        if ((Count & Mask) == 0)
        {
            AddPage(Count >> Shift);
        }

        Change(Count) = item;
        return Count++;
    }

    private void AddPage(int page)
    {
        if (page == _pages.Length)
        {
            Array.Resize(ref _pages, page + 1 + (page / 2));
            Array.Resize(ref _isOwn, _pages.Length);
        }

        _pages[page] = new T[PageSize];
        _isOwn[page] = true;
    }
}
