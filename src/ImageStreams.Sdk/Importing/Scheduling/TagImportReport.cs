namespace ImageStreams.Importing;

/// <summary>What came of the import of one tag, as the image API says it.</summary>
public sealed record TagImportReport
{
    private const int FirstServerError = 500;
    private const int TooManyRequests = 429;

    /// <summary>The tag's name.</summary>
    public required string Tag { get; init; }

    /// <summary>Whether it worked and, where not, why.</summary>
    public required KubernetesStatus Status { get; init; }

    /// <summary>The image that the registry has, by its digest; null where it could not be had.</summary>
    public string? Image { get; init; }

    /// <summary>Whether it worked.</summary>
    public bool IsSuccess => Status.Status == "Success";

    /// <summary>Whether it failed and may work another time, without anybody changing anything.</summary>
    public bool IsTransient => !IsSuccess && Status.Code is >= FirstServerError or TooManyRequests;
}
