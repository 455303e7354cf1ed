namespace ImageStreams.Signatures;

/// <summary>A part of a policy that cannot be applied.</summary>
public sealed record ImagePolicyProblem
{
    /// <summary>The policy, such as <c>ClusterImagePolicy vendor</c> or <c>ImagePolicy shop/own</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>The field, such as <c>spec.scopes[1]</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The problem in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Returns policy, field and message.</summary>
    public override string ToString() => $"{Policy}: {Field}: {Message}";
}
