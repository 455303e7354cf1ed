namespace ImageStreams.Benchmarks.Rivals;

/// <summary>Tags in one dictionary and their results in another: a resolver as one writes it in an hour.</summary>
public sealed class DictionaryResolver
{
    private const int Endless = -1;

    private readonly Dictionary<TagKey, TagKey?> _follows;
    private readonly Dictionary<TagKey, int> _hops = [];

    public DictionaryResolver(IEnumerable<ImageStream> streams) =>
        _follows = TagKey.GetAll(streams).ToDictionary(one => one.Tag, one => one.Follows);

    /// <summary>Counts the tags that end at an image, the references on the way there, and the tags in cycles.</summary>
    public (long Resolved, long Hops, long Endless) ResolveAll()
    {
        var hops = _follows.Keys.Select(tag => CountHops(tag)).ToList();
        return (hops.Count(one => one >= 0), hops.Where(one => one >= 0).Sum(one => (long)one), hops.Count(one => one < 0));
    }

    /// <summary>The number of references from a tag to an image; -1 if they lead to none.</summary>
    public int CountHops(TagKey tag)
    {
        var path = new Stack<TagKey>();
        var onPath = new HashSet<TagKey>();
        TagKey? at = tag;
        while (at is { } next && !_hops.ContainsKey(next) && _follows.ContainsKey(next) && onPath.Add(next))
        {
            path.Push(next);
            at = _follows[next];
        }

        var hops = at is not { } end ? Endless : _hops.GetValueOrDefault(end, Endless);
        var isEnd = at is null;
        while (path.TryPop(out var passed))
        {
            hops = isEnd ? 0 : hops == Endless ? Endless : hops + 1;
            isEnd = false;
            _hops[passed] = hops;
        }

        return _hops.GetValueOrDefault(tag, Endless);
    }
}
