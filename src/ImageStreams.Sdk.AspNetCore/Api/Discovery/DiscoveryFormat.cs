namespace ImageStreams.AspNetCore;

/// <summary>The forms in which a client can ask for what is served.</summary>
internal enum DiscoveryFormat
{
    /// <summary>The old lists of versions, groups and resources.</summary>
    Plain,

    /// <summary>Everything at once, in <c>apidiscovery.k8s.io/v2</c>.</summary>
    Aggregated,

    /// <summary>Everything at once, in <c>apidiscovery.k8s.io/v2beta1</c>.</summary>
    AggregatedBeta,
}
