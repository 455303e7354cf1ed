using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>An edit that cannot be made.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Reason">The reason, as a sentence.</param>
internal sealed record RefusedEdit(ObjectEdit Edit, string Reason)
{
    /// <summary>The place of the text that stays as it is.</summary>
    public TextPlace Place => Edit.Object.FindPlace(Edit.Edit.Path);
}
