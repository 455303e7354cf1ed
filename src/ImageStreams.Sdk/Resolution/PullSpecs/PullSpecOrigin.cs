namespace ImageStreams.Resolution;

/// <summary>The effects of a tag's reference policy on its pull spec.</summary>
public enum PullSpecOrigin
{
    /// <summary>The source of the image: the policy is not <c>Local</c>.</summary>
    Source,

    /// <summary>The source of the image: the tag is not in <c>spec.tags</c> and so has no policy.</summary>
    NoPolicy,

    /// <summary>The integrated registry: the policy is <c>Local</c>.</summary>
    InternalRepository,

    /// <summary>The source of the image: the policy is <c>Local</c>, but the stream has no repository.</summary>
    LocalWithoutRepository,

    /// <summary>The source of the image: the policy is <c>Local</c>, but the stream's repository is not valid.</summary>
    LocalWithInvalidRepository,

    /// <summary>
    /// The source of the image: the policy is <c>Local</c>, but the tag only refers to a pull spec and has no image.
    /// </summary>
    LocalWithoutImage,
}
