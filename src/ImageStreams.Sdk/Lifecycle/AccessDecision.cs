namespace ImageStreams.Lifecycle;

/// <summary>Indicates whether whoever changes a stream may read the images of another.</summary>
/// <param name="Allowed">Whether that is allowed.</param>
/// <param name="Reason">Why, as the authorizer says it; empty when it gives no reason.</param>
/// <param name="EvaluationError">What went wrong while it was decided; empty when nothing did.</param>
public readonly record struct AccessDecision(bool Allowed, string Reason = "", string EvaluationError = "")
{
    /// <summary>It is allowed.</summary>
    public static AccessDecision Allow { get; } = new(true);
}
