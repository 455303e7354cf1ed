using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Clients;

/// <summary>A stream of which every tag that is imported has the image of its current spec tag.</summary>
internal sealed class StreamImportGoal(ImageStreamName name, bool failsWithImport) : IStreamGoal<ImageStream>
{
    public ImageStream? Find(ImageStream stream)
    {
        if (failsWithImport && FindFailure(stream) is var (tag, failure))
        {
            throw new ImportFailedException(name.WithTag(tag), failure);
        }

        return FindPending(stream) is null && !IsRepositoryPending(stream) ? stream : null;
    }

    public string Describe(ImageStream? stream)
    {
        var pending = stream is null ? null : FindPending(stream);
        var state = pending is null ? null : $"{pending.Name}, {TagProgress.Describe(name.WithTag(pending.Name), stream)}";
        return $"{name} was not imported: {state ?? (stream is null ? "there is no such stream" : "its repository was not read")}";
    }

    private static (string Tag, TagEventCondition Failure)? FindFailure(ImageStream stream)
    {
        foreach (var specTag in stream.Spec.Tags.Where(ImportNeeds.IsImportable))
        {
            if (TagProgress.FindFailure(stream, specTag.Name) is { } failure)
            {
                return (specTag.Name, failure);
            }
        }

        return null;
    }

    private static TagReference? FindPending(ImageStream stream) => stream.Spec.Tags.FirstOrDefault(
        specTag => ImportNeeds.IsImportable(specTag) && TagProgress.FindImported(stream, specTag.Name) is null);

    private static bool IsRepositoryPending(ImageStream stream) =>
        ImportNeeds.HasRepository(stream) && !RepositoryImport.IsChecked(stream);
}
