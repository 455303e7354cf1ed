using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>What came of looking up everything that an import asked for.</summary>
internal sealed record RequestedImages
{
    /// <summary>What came of listing the repository; null where none was asked for.</summary>
    public RepositoryImportStatus? Listing { get; init; }

    /// <summary>The tags of the repository, by priority.</summary>
    public ValueList<RequestedImage> FromRepository { get; init; }

    /// <summary>The images that were named, in the order of the request.</summary>
    public ValueList<RequestedImage> Named { get; init; }

    /// <summary>The first image that was had but breaks the rules of the API; null when there is none.</summary>
    public Image? Refused => FromRepository.Concat(Named).FirstOrDefault(image => image.Refused is not null)?.Refused;

    /// <summary>The stream in which all of it is recorded.</summary>
    public ImageStream RecordIn(ImageStream stream, Timestamp now) =>
        FromRepository.Concat(Named).Aggregate(stream, (next, image) => image.RecordIn(next, now));

    /// <summary>The outcome as the API shows it.</summary>
    /// <param name="written">The stream after the import; null where nothing was written.</param>
    public ImageStreamImportStatus ToStatus(ImageStream? written) => new()
    {
        Import = written,
        Repository = Listing is null ? null : ToStatus(Listing),
        Images = Named.Select(image => image.ToStatus()).ToValueList(),
    };

    private RepositoryImportStatus ToStatus(RepositoryImportStatus listing)
    {
        var failed = FromRepository.Count(image => image.Image is null);
        return listing with
        {
            Status = failed > 0 ? ImportStatusTexts.SomeFailed(failed) : listing.Status,
            Images = FromRepository.Select(image => image.ToStatus()).ToValueList(),
        };
    }
}
