namespace ImageStreams.Resolution;

/// <summary>What a step of an explanation is about.</summary>
public enum ResolutionStepKind
{
    /// <summary>What the tag is to follow, or that it does not exist.</summary>
    SpecTag,

    /// <summary>What the tag points to.</summary>
    History,

    /// <summary>That something newer was asked for than the tag points to.</summary>
    Pending,

    /// <summary>That the last import of the tag failed.</summary>
    Failure,

    /// <summary>That this tag decides, of several on the way.</summary>
    Decision,

    /// <summary>The pull spec and the reference policy it was made under, or why there is none: the last step.</summary>
    Conclusion,
}
