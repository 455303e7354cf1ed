namespace ImageStreams.Tests.Kubernetes;

/// <summary>The numbers of faults of a torture.</summary>
internal sealed class TortureCounts
{
    public int Errors;
    public int Cuts;
    public int Duplicates;
    public int Bookmarks;
    public int Restarts;
    public int Gone;

    public override string ToString() =>
        $"{Cuts} cuts, {Duplicates} repeated events, {Bookmarks} bookmarks withheld, {Errors} times 500, {Gone} times 410, {Restarts} restarts";
}
