namespace ImageStreams.Resolution;

/// <summary>The kinds of findings in an explanation.</summary>
public enum ResolutionStepKind
{
    /// <summary>The source of the tag in <c>spec.tags</c>, or the fact that the tag does not exist.</summary>
    SpecTag,

    /// <summary>The image that the tag points to.</summary>
    History,

    /// <summary>An import is pending: the spec tag is newer than the image.</summary>
    Pending,

    /// <summary>The last import of the tag failed.</summary>
    Failure,

    /// <summary>This tag is the one of several on the path that decides.</summary>
    Decision,

    /// <summary>The tag does not exist, and others have a similar name.</summary>
    Hint,

    /// <summary>The last step: the pull spec and the effect of the reference policy, or the reason why there is none.</summary>
    Conclusion,
}
