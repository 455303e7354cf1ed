namespace ImageStreams.Clients;

/// <summary>The result of a check of limits: permitted or not.</summary>
public sealed record LimitDecision
{
    private LimitDecision()
    {
    }

    /// <summary>The write is permitted.</summary>
    public static LimitDecision Permit { get; } = new() { Permitted = true };

    /// <summary>Gets a value indicating whether the write is permitted.</summary>
    public bool Permitted { get; private init; }

    /// <summary>The reason why it is not; empty when it is.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Creates a decision against a write.</summary>
    /// <param name="reason">The reason, in the words of the answer.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    public static LimitDecision Refuse(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new LimitDecision { Reason = reason };
    }

    /// <summary>Creates the decision of a <c>LimitRange</c> that a write exceeds, in OpenShift's words.</summary>
    /// <param name="resource">The resource, such as <c>openshift.io/image-tags</c>.</param>
    /// <param name="type">The type of the limit, such as <c>openshift.io/ImageStream</c>.</param>
    /// <param name="requested">The quantity that the write needs.</param>
    /// <param name="max">The maximum.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public static LimitDecision ExceedsLimit(string resource, string type, string requested, string max)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(requested);
        ArgumentNullException.ThrowIfNull(max);
        return Refuse($"requested usage of {resource} exceeds the maximum limit per {type} ({requested} > {max})");
    }

    /// <summary>Creates the decision of a <c>ResourceQuota</c> that a write exceeds, in Kubernetes' words.</summary>
    /// <param name="quota">The name of the quota.</param>
    /// <param name="resource">The resource, such as <c>openshift.io/imagestreams</c>.</param>
    /// <param name="requested">The quantity that the write adds.</param>
    /// <param name="used">The quantity that is used.</param>
    /// <param name="limited">The limit.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public static LimitDecision ExceedsQuota(string quota, string resource, string requested, string used, string limited)
    {
        ArgumentNullException.ThrowIfNull(quota);
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(requested);
        ArgumentNullException.ThrowIfNull(used);
        ArgumentNullException.ThrowIfNull(limited);
        return Refuse(
            $"exceeded quota: {quota}, requested: {resource}={requested}, "
            + $"used: {resource}={used}, limited: {resource}={limited}");
    }

    /// <summary>Returns the decision and its reason.</summary>
    public override string ToString() => Permitted ? "permitted" : $"refused: {Reason}";
}
