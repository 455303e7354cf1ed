namespace ImageStreams.Policies;

/// <summary>A setting of another tool that a policy cannot carry, or carries in another way.</summary>
/// <param name="Field">The setting, such as <c>spec.interval</c> or <c>keel.sh/trigger</c>.</param>
/// <param name="Message">The difference in a sentence.</param>
public sealed record TagPolicyFinding(string Field, string Message)
{
    /// <summary>Returns setting and difference.</summary>
    public override string ToString() => $"{Field}: {Message}";
}
