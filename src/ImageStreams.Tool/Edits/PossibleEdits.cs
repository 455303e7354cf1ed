using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Makes every edit that can be made, and tells the others apart.</summary>
internal static class PossibleEdits
{
    /// <summary>Makes edits of objects.</summary>
    public static EditSelection<ObjectEdit> Create(ManifestSet manifests, IEnumerable<ObjectEdit> edits) =>
        EditSelection<ObjectEdit>.Create(edits, edit => edit.Object.File, manifests.Edit);

    /// <summary>Makes edits of image names in files that are no manifests.</summary>
    public static EditSelection<ImageMentionEdit> Create(ImageMentionSet mentions, IEnumerable<ImageMentionEdit> edits) =>
        EditSelection<ImageMentionEdit>.Create(edits, edit => edit.Mention.File, mentions.Edit);
}
