using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Lifecycle;

namespace ImageStreams.Clients;

/// <summary>The images and the repository that an <c>imagestreamimport</c> requested, with their outcomes.</summary>
internal sealed record ResolvedImports
{
    /// <summary>The outcome of listing the repository; null where none was requested.</summary>
    public RepositoryImportStatus? Repository { get; init; }

    /// <summary>The images of the repository's tags, by priority.</summary>
    public ValueList<ImageImport> FromRepository { get; init; }

    /// <summary>The images that were requested by pull spec, in the order of the request.</summary>
    public ValueList<ImageImport> Images { get; init; }

    /// <summary>The first image that was fetched but breaks the rules of the API; null when there is none.</summary>
    public Image? FirstInvalid => FromRepository.Concat(Images).FirstOrDefault(import => import.Invalid is not null)?.Invalid;

    /// <summary>Records all outcomes in a stream that is then written.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="now">The time.</param>
    /// <param name="keepsRepeatedFailures">See <see cref="ImportRecording.KeepsRepeatedFailures"/>.</param>
    public ImageStream RecordIn(ImageStream stream, Timestamp now, bool keepsRepeatedFailures)
    {
        var recording = ImportRecording.CreateDeferred(stream, now, keepsRepeatedFailures);
        return FromRepository.Concat(Images).Aggregate(stream, (next, import) => import.RecordIn(next, recording));
    }

    /// <summary>Creates the <c>status</c> of the response.</summary>
    /// <param name="written">The stream after the import; null where nothing was written.</param>
    public ImageStreamImportStatus ToStatus(ImageStream? written) => new()
    {
        Import = written,
        Repository = Repository is null ? null : WithImages(Repository, isStored: written is not null),
        Images = Images.Select(import => ImportStatusTexts.ToStatus(import, isStored: written is not null)).ToValueList(),
    };

    private RepositoryImportStatus WithImages(RepositoryImportStatus listing, bool isStored)
    {
        var failed = FromRepository.Count(import => import.Image is null);
        return listing with
        {
            Status = failed > 0 ? ImportStatusTexts.SomeFailed(failed) : listing.Status,
            Images = FromRepository.Select(import => ImportStatusTexts.ToStatus(import, isStored)).ToValueList(),
        };
    }
}
