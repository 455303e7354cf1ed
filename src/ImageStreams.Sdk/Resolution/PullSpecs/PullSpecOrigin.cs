namespace ImageStreams.Resolution;

/// <summary>Where a pull spec leads to, and why there: what a tag's reference policy came to.</summary>
public enum PullSpecOrigin
{
    /// <summary>To where the image came from, since the policy does not say <c>Local</c>.</summary>
    Source,

    /// <summary>To where the image came from, since a tag without a wish has no policy.</summary>
    NoPolicy,

    /// <summary>Into the integrated registry, as the policy <c>Local</c> says.</summary>
    InternalRepository,

    /// <summary>To where the image came from: <c>Local</c>, but the stream has no repository.</summary>
    LocalWithoutRepository,

    /// <summary>To where the image came from: <c>Local</c>, but the stream's repository is no reference.</summary>
    LocalWithInvalidRepository,

    /// <summary>
    /// To where the image came from: <c>Local</c>, but the tag only passes a pull spec on, and has no image.
    /// </summary>
    LocalWithoutImage,
}
