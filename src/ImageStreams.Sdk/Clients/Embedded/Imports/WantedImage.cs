namespace ImageStreams.Clients;

/// <summary>An image that an import is to look up.</summary>
/// <param name="SpecTag">What the tag is to follow; without a name the image goes under no tag.</param>
/// <param name="IsInsecure">Whether its registry may be asked without TLS.</param>
/// <param name="AddsSpecTag">Whether the tag gets the wish even if the image cannot be had.</param>
/// <param name="IncludeManifest">Whether the answer is to hold the text of the manifest.</param>
internal sealed record WantedImage(TagReference SpecTag, bool IsInsecure, bool AddsSpecTag, bool IncludeManifest)
{
    /// <summary>The image as a pull spec.</summary>
    public string PullSpec => SpecTag.From?.Name ?? "";

    /// <summary>The wish as a registry is to be asked.</summary>
    public TagReference Trusting => SpecTag with { ImportPolicy = SpecTag.ImportPolicy with { Insecure = IsInsecure } };
}
