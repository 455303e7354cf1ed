namespace ImageStreams.Testing.Server;

public sealed partial class FakeCluster
{
    /// <summary>Says where the server of a service is, for an <c>APIService</c> that names it: there is no network of services here.</summary>
    /// <remarks>The server is asked over TLS with the name of the service, such as <c>web.shop.svc</c>, which its certificate must have,
    /// signed by the <c>caBundle</c>. When the task ends, the status of the <c>APIService</c> says whether it answers.</remarks>
    /// <param name="ns">The namespace of the service.</param>
    /// <param name="name">The name of the service.</param>
    /// <param name="address">The address, such as <c>https://127.0.0.1:34567</c>; null for none, as when no pod is ready.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException"><see cref="FakeClusterOptions.RunsAggregation"/> is off.</exception>
    public Task RouteServiceAsync(string ns, string name, Uri? address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);
        var aggregator = _parts.Aggregator ?? throw new InvalidOperationException("The cluster does not ask services: RunsAggregation is off.");
        return aggregator.RouteAsync(ns, name, address, cancellationToken);
    }
}
