namespace ImageStreams.Policies;

/// <summary>A setting of another tool that a policy cannot carry, or carries in another way.</summary>
public sealed record TagPolicyFinding
{
    /// <summary>The setting, such as <c>spec.interval</c> or <c>keel.sh/trigger</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The difference in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Returns setting and difference.</summary>
    public override string ToString() => $"{Field}: {Message}";
}
