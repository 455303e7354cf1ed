using ImageStreams.Collections;
using ImageStreams.Lifecycle;

namespace ImageStreams.Importing;

/// <summary>Creates the requests for what is due of a stream, without the tags that are paused.</summary>
internal sealed class DueRequests(TagSchedules tags)
{
    /// <summary>Creates the request for tags that need an import regardless of their schedule; null for none.</summary>
    public ImageStreamImport? CreateNeeded(ImageStream stream)
    {
        if (ImportRequests.Create(stream) is not { } request)
        {
            return null;
        }

        var images = request.Spec.Images.Where(image => !tags.IsPaused(image.To?.Name ?? "")).ToValueList();
        if (images.Count == request.Spec.Images.Count)
        {
            return request;
        }

        return images.IsEmpty && request.Spec.Repository is null
            ? null
            : request with { Spec = request.Spec with { Images = images } };
    }

    /// <summary>Creates the request for the repository, or else the tags, that are due; null for none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="repositoryTags">The tags of the repository that have no spec tag and can be imported.</param>
    /// <param name="now">The current time.</param>
    public ImageStreamImport? CreateScheduled(ImageStream stream, IEnumerable<string> repositoryTags, DateTimeOffset now)
    {
        if (tags.IsDue(StreamSchedule.Repository, now) && ImportNeeds.HasRepository(stream))
        {
            return ImportRequests.CreateForRepository(stream);
        }

        return ImportRequests.Create(
            stream, specTag => tags.IsDue(specTag.Name, now), repositoryTags.Where(tag => tags.IsDue(tag, now)));
    }
}
