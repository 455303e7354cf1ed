namespace ImageStreams.Importing;

/// <summary>The import of a stream that is running, and the requests that wait for its end.</summary>
internal sealed class RunningImport
{
    private HashSet<string>? _requestedTags;
    private bool _isRecheckRequested;

    /// <summary>The job; null when none is running.</summary>
    public ImportJob? Job { get; private set; }

    /// <summary>
    /// Gets a value indicating whether the last job was for tags that need an import regardless of their schedule.
    /// </summary>
    public bool IsForNeeds { get; private set; }

    public void Start(ImportJob job, bool isForNeeds)
    {
        Job = job;
        IsForNeeds = isForNeeds;
    }

    /// <summary>Remembers a tag that is requested while the job runs, which may have read the tag already.</summary>
    public void Request(string tag)
    {
        if (Job is not null)
        {
            _requestedTags ??= new HashSet<string>(StringComparer.Ordinal);
            _requestedTags.Add(tag);
        }
    }

    /// <summary>Remembers to check the needs of the stream again; false when no job is running.</summary>
    public bool TryDeferRecheck()
    {
        _isRecheckRequested = Job is not null;
        return _isRecheckRequested;
    }

    /// <summary>Ends the job.</summary>
    /// <param name="isRecheckRequested">True when the needs of the stream must be checked again.</param>
    /// <returns>The tags that were requested in the meantime.</returns>
    public IReadOnlyCollection<string> End(out bool isRecheckRequested)
    {
        var tags = _requestedTags ?? [];
        isRecheckRequested = _isRecheckRequested;
        Job = null;
        _requestedTags = null;
        _isRecheckRequested = false;
        return tags;
    }
}
