namespace ImageStreams.Policies;

/// <summary>An error in a policy or its gates, with its place.</summary>
public sealed record TagPolicyError
{
    /// <summary>The kind of error.</summary>
    public required TagPolicyFailure Failure { get; init; }

    /// <summary>The field, such as <c>range</c> or <c>include[1]</c>; empty for the policy as a whole.</summary>
    public required string Field { get; init; }

    /// <summary>The error in one sentence, with what to write instead.</summary>
    public required string Message { get; init; }

    /// <summary>Returns place and message.</summary>
    public override string ToString() => Field.Length == 0 ? Message : $"{Field}: {Message}";
}
