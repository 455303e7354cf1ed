namespace ImageStreams.Importing;

/// <summary>Counts the lookups of one import, and reports each.</summary>
internal sealed class ImportProgressReporter(IProgress<ImportProgress>? progress, int total)
{
    private int _done;

    /// <summary>Reports a lookup that is complete.</summary>
    public void Report(ImageImport import)
    {
        var done = Interlocked.Increment(ref _done);
        progress?.Report(new ImportProgress
        {
            Tag = import.SpecTag.Name,
            Outcome = import.Outcome,
            Done = done,
            Total = total,
            Message = import.Error?.Message ?? import.Reason?.ToString(),
        });
    }
}
