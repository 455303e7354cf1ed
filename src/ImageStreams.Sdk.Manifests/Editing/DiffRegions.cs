namespace ImageStreams.Manifests;

/// <summary>Finds the lines around patches. Each character is looked at once, however many patches a line has.</summary>
/// <param name="text">The text before.</param>
/// <param name="patches">The patches, sorted by their places.</param>
internal sealed class DiffRegions(string text, IReadOnlyList<TextPatch> patches)
{
    /// <summary>The number of searches for the start or the end of a line so far.</summary>
    public int SearchCount { get; private set; }

    /// <summary>Finds the regions in their order; patches whose lines touch are in one.</summary>
    public List<DiffRegion> Find()
    {
        var regions = new List<DiffRegion>();
        var last = 0;
        for (var first = 0; first < patches.Count;)
        {
            var region = FindOne(first, last);
            regions.Add(region);
            first = region.Next;
            last = region.Place.End;
        }

        return regions;
    }

    /// <summary>Finds the whole lines around a patch, and around all those after it that touch them.</summary>
    /// <param name="first">The first patch of the region.</param>
    /// <param name="from">The end of the region before, which is the start of a line.</param>
    private DiffRegion FindOne(int first, int from)
    {
        SearchCount++;
        var start = TextLines.FindStart(text, patches[first].Start, from);
        var end = FindNext(patches[first].End);
        var next = first + 1;
        while (next < patches.Count && patches[next].Start <= end)
        {
            end = patches[next].End < end ? end : FindNext(patches[next].End);
            next++;
        }

        return new DiffRegion(new TextSpan(start, end), first, next);
    }

    private int FindNext(int at)
    {
        SearchCount++;
        return TextLines.FindNext(text, at);
    }
}
