namespace ImageStreams.Triggers;

public static partial class TriggerRules
{
    /// <summary>IST1501: The policy of the tag cannot be used.</summary>
    public static TriggerRule InvalidPolicy { get; } = Error(
        "IST1501",
        "invalid-policy",
        title: "The policy of the tag cannot be used.",
        message: "The policy of {0} cannot be used: {1:text}",
        help: "The tag stays as it is. Correct the field that is named.");

    /// <summary>IST1502: The gates of the tag cannot be used.</summary>
    public static TriggerRule InvalidGates { get; } = Error(
        "IST1502",
        "invalid-gates",
        title: "The gates of the tag cannot be used.",
        message: "The gates of {0} cannot be used: {1:text}",
        help: "The tag stays as it is, whatever its policy chooses. Correct the field that is named.");

    /// <summary>IST1503: The approvals of the tag cannot be read.</summary>
    public static TriggerRule InvalidApprovals { get; } = Warning(
        "IST1503",
        "invalid-approvals",
        title: "The approvals of the tag cannot be read.",
        message: "The approvals of {0} cannot be read: {1:text}",
        help: "None of them counts. Correct the field that is named.");

    /// <summary>IST1504: The tag has a policy, but follows no repository.</summary>
    public static TriggerRule VoidPolicy { get; } = Warning(
        "IST1504",
        "void-policy",
        title: "The tag has a policy, but follows no repository.",
        message: "{0} has a policy that is void: {1:text}",
        help:
            "A policy chooses among the tags of the repository that a DockerImage names by a tag. Let the tag follow such an "
            + "image, or remove the policy.");

    /// <summary>IST1505: The range of the policy allows no version.</summary>
    public static TriggerRule EmptyVersionRange { get; } = Warning(
        "IST1505",
        "empty-version-range",
        title: "The range of the policy allows no version.",
        message: "The policy of {0} has the range {1}, which no version satisfies.",
        help: "Nothing is ever chosen. Correct the range, or allow pre-releases if it consists of them.");

    /// <summary>IST1506: The policy fits none of the known tags of its repository.</summary>
    public static TriggerRule NothingFits { get; } = Warning(
        "IST1506",
        "nothing-fits",
        title: "The policy fits none of the known tags of its repository.",
        message: "The policy of {0} fits none of the {1:text} that the stream imported of {2}: {3:text}",
        help: "Nothing is chosen until another tag appears. Correct the range or the patterns.");

    /// <summary>IST1507: The policy can choose a tag that follows this one.</summary>
    public static TriggerRule PolicyCycle { get; } = Warning(
        "IST1507",
        "policy-cycle",
        title: "The policy can choose a tag that follows this one.",
        message: "The policy of {0} can choose a tag of {1} that follows {0} itself, so that they move each other.",
        help: "Exclude that tag by a pattern, or let one of them follow an image.");

    /// <summary>IST1508: A build pushes to a tag that a policy moves.</summary>
    public static TriggerRule PushedPolicyTag { get; } = Warning(
        "IST1508",
        "pushed-policy-tag",
        title: "A build pushes to a tag that a policy moves.",
        message: "{0} is moved by its policy, and a build of {1} pushes to it.",
        help: "The last one wins. Let the build push to another tag, or remove the policy.");

    /// <summary>IST1509: The tag has gates, approvals, or their memory, but no policy.</summary>
    public static TriggerRule GatesWithoutPolicy { get; } = Warning(
        "IST1509",
        "gates-without-policy",
        title: "The tag has gates, approvals, or their memory, but no policy.",
        message: "{0} has {1:text}, but no policy.",
        help: "Gates hold only what a policy chooses; imports of the tag pass them by. Add the policy, or remove the annotation.");

    /// <summary>IST1510: A policy moved the tag before, and is gone.</summary>
    public static TriggerRule LostPolicy { get; } = Warning(
        "IST1510",
        "lost-policy",
        title: "A policy moved the tag before, and is gone.",
        message: "A policy moved {0} to {1}, and it has no policy any more.",
        help:
            "oc tag drops the annotations of a tag. Write the policy again, or remove the record of the tag from the annotation "
            + "imagestreams.sdk/tag-choices of the stream.");
}
