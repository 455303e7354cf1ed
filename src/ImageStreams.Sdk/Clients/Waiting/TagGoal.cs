using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>A tag that has an expected image.</summary>
internal sealed class TagGoal(ImageStreamTagName tag, TagExpectation expectation, bool failsWithImport) : IStreamGoal<TagEvent>
{
    public TagEvent? Find(ImageStream stream)
    {
        if (TagProgress.FindLatest(stream, tag.Tag) is { } latest && expectation.IsMetBy(latest))
        {
            return latest;
        }

        return failsWithImport && TagProgress.FindFailure(stream, tag.Tag) is { } failure && expectation.Concerns(failure)
            ? throw new ImportFailedException(tag, failure)
            : null;
    }

    public string Describe(ImageStream? stream) => $"{tag} did not get {expectation}: {TagProgress.Describe(tag, stream)}";
}
