namespace ImageStreams.Importing;

/// <summary>Counts what is done, and tells whoever wants to know.</summary>
internal sealed class ProgressCounter(IProgress<ImportProgress>? progress, int total)
{
    private int _done;

    public void Count(string tag, ImageLookupResult found) => Count(tag, found.Outcome, FindMessage(found));

    public void Count(string tag, ImportOutcome outcome, string? message)
    {
        var done = Interlocked.Increment(ref _done);
        progress?.Report(new ImportProgress { Tag = tag, Outcome = outcome, Done = done, Total = total, Message = message });
    }

    private static string? FindMessage(ImageLookupResult found) => found switch
    {
        ImageLookupResult.Failed missing => missing.Fault.Message,
        ImageLookupResult.NotImportable nothing => nothing.Obstacle.ToString(),
        _ => null,
    };
}
