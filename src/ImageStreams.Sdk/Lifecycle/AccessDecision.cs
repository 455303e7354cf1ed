namespace ImageStreams.Lifecycle;

/// <summary>The result of an access review of a user and the images of a stream: allowed or denied.</summary>
public sealed record AccessDecision
{
    /// <summary>Access is allowed.</summary>
    public static AccessDecision Allow { get; } = new() { Allowed = true };

    /// <summary>Gets a value indicating whether access is allowed; false by default.</summary>
    public bool Allowed { get; init; }

    /// <summary>The reason that the authorizer gives; empty when it gives none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The error that occurred during the review; empty when there was none.</summary>
    public string EvaluationError { get; init; } = "";

    /// <summary>Creates a decision that denies access.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="evaluationError">The error that occurred during the review; empty for none.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="reason"/> or <paramref name="evaluationError"/> is null.
    /// </exception>
    public static AccessDecision Deny(string reason, string evaluationError = "")
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(evaluationError);
        return new() { Reason = reason, EvaluationError = evaluationError };
    }

    /// <summary>Returns the decision and its reason.</summary>
    public override string ToString() => $"{(Allowed ? "allowed" : "denied")}: {Reason}";
}
