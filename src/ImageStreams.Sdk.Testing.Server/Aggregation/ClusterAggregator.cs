using ImageStreams.Storage;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.Testing.Server;

/// <summary>Makes the servers of APIServices a part of the API of a cluster.</summary>
internal sealed class ClusterAggregator : IDisposable
{
    private const string ApiServices = "/apis/apiregistration.k8s.io/v1/apiservices";

    private readonly FrontProxyIdentity _identity = FrontProxyIdentity.Create();
    private readonly ServiceBackends _backends;
    private readonly ApiServiceChecks _checks;
    private readonly AggregatedGroups _groups;
    private readonly AggregationProxy _proxy;

    private ClusterAggregator(IClusterObjectStore store, TimeProvider timeProvider)
    {
        _backends = new ServiceBackends(_identity);
        _checks = new ApiServiceChecks(store, _backends, timeProvider);
        _groups = new AggregatedGroups(_checks, _backends);
        _proxy = new AggregationProxy(_checks, _backends);
    }

    /// <summary>Creates the aggregator, and the objects by which servers behind it know it.</summary>
    public static async Task<ClusterAggregator> CreateAsync(IClusterObjectStore store, TimeProvider timeProvider)
    {
        var aggregator = new ClusterAggregator(store, timeProvider);
        await AggregationSeeds.CreateAsync(store, aggregator._identity, timeProvider).ConfigureAwait(false);
        return aggregator;
    }

    /// <summary>Sets the address of a service.</summary>
    public Task RouteAsync(string ns, string name, Uri? address, CancellationToken cancellationToken)
    {
        _backends.SetRoute(ns, name, address);
        return _checks.RunAsync(cancellationToken);
    }

    /// <summary>Passes a request on whose user is admitted; false for one that the cluster answers itself.</summary>
    public ValueTask<bool> TryForwardAsync(HttpContext context) => _proxy.TryForwardAsync(context);

    /// <summary>Handles the requests that are about aggregation itself, and leaves all others alone.</summary>
    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        if (path == AggregatedGroups.Path && HttpMethods.IsGet(context.Request.Method))
        {
            await _groups.AnswerAsync(context, next).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
        if (path.StartsWith(ApiServices, StringComparison.Ordinal) && !HttpMethods.IsGet(context.Request.Method))
        {
            await _checks.RunAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _backends.Dispose();
        _identity.Dispose();
    }
}
