namespace ImageStreams.Tests.Kubernetes;

/// <summary>The numbers of faults of a torture.</summary>
internal sealed class TortureCounts
{
    public int Errors;
    public int Cuts;
    public int Duplicates;
    public int Bookmarks;
    public int Withheld;
    public int Restarts;
    public int Gone;

    /// <summary>The bookmarks that came, also those that were withheld.</summary>
    public int AllBookmarks => Volatile.Read(ref Bookmarks) + Volatile.Read(ref Withheld);

    public override string ToString() =>
        $"{Cuts} cuts, {Duplicates} repeated events, {Bookmarks} bookmarks, {Withheld} withheld, {Errors} times 500, {Gone} times 410, {Restarts} restarts";
}
