using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>A tag that has the image of its current spec tag.</summary>
internal sealed class TagImportGoal(ImageStreamTagName tag, bool failsWithImport) : IStreamGoal<TagEvent>
{
    public TagEvent? Find(ImageStream stream) =>
        failsWithImport && TagProgress.FindFailure(stream, tag.Tag) is { } failure
            ? throw new ImportFailedException(tag, failure)
            : TagProgress.FindImported(stream, tag.Tag);

    public string Describe(ImageStream? stream) => $"{tag} was not imported: {TagProgress.Describe(tag, stream)}";
}
