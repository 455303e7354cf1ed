namespace ImageStreams.Importing;

/// <summary>The result of the import of one tag, as the image API reports it.</summary>
public sealed record TagImportReport
{
    private const int FirstServerError = 500;
    private const int TooManyRequests = 429;

    /// <summary>The name of the tag.</summary>
    public required string Tag { get; init; }

    /// <summary>The status: success, or the reason of the failure.</summary>
    public required KubernetesStatus Status { get; init; }

    /// <summary>The digest of the image in the registry; null when the import failed.</summary>
    public string? Image { get; init; }

    /// <summary>The digest of the image that the tag had before; null for none.</summary>
    public string? PreviousImage { get; init; }

    /// <summary>The outcome: a failure, a new image, or the one that the tag had before.</summary>
    public ImportOutcome Outcome => (IsSuccess, Image == PreviousImage) switch
    {
        (false, _) => ImportOutcome.Failed,
        (true, true) => ImportOutcome.Unchanged,
        _ => ImportOutcome.Imported,
    };

    /// <summary>Gets a value indicating whether the import succeeded.</summary>
    public bool IsSuccess => Status.Status == "Success";

    /// <summary>Gets a value indicating whether the import failed and may succeed later without a change.</summary>
    public bool IsTransient => !IsSuccess && Status.Code is >= FirstServerError or TooManyRequests;

    /// <summary>Returns the tag and its status.</summary>
    public override string ToString() => $"{Tag}: {(IsSuccess ? Status.Status : Status.Reason)}";
}
