using System.Net;
using Microsoft.Extensions.Logging;
using Polly;

namespace ImageStreams.Registries;

/// <summary>Carries out calls: attempts within time limits, repeated by the pipeline, over the transports
/// allowed.</summary>
internal sealed class RegistrySender(
    RegistryAuthenticator authenticator, RegistryClientSettings settings, TimeProvider timeProvider, ILogger logger)
{
    private static readonly ResiliencePropertyKey<RegistryCallTelemetry> Telemetry = new("ImageStreams.Telemetry");

    private readonly TransportCache _transports = new();

    /// <summary>What registries said about their quotas.</summary>
    public QuotaStore Quotas { get; } = new();

    /// <summary>Sends a call until an attempt succeeds; reading the answer is part of the attempt.</summary>
    public async Task<T> ExecuteWithRetriesAsync<T>(
        RegistryCall call,
        Func<RegistryResponse, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var telemetry = new RegistryCallTelemetry(call);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RegistryRequest.Key, RegistryRequest.FromCall(call));
        context.Properties.Set(Telemetry, telemetry);
        try
        {
            return await settings.Pipeline
                .ExecuteAsync(
                    static (context, state) => new ValueTask<T>(state.Sender.AttemptAsync(state.Call, state.Read, context)),
                    context,
                    (Sender: this, Call: call, Read: read))
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            telemetry.Fail(e);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>One attempt, told of.</summary>
    private async Task<T> AttemptAsync<T>(
        RegistryCall call, Func<RegistryResponse, CancellationToken, Task<T>> read, ResilienceContext context)
    {
        var telemetry = context.Properties.GetValue(Telemetry, null!);
        telemetry.Attempt();
        context.Properties.Set(RegistryQuota.Key, null!);   // what an earlier attempt was told has been heeded
        try
        {
            return await TryEachTransportAsync(call, read, context).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            logger.AttemptFailed(call.Repository.Registry, call.Repository.Name, call.Target, telemetry.Attempts, e.Reason, e.Message);
            throw;
        }
    }

    /// <summary>One attempt: the transports in order, until one of them reaches the registry.</summary>
    /// <remarks>Where one has reached it before, its fault counts and no other is tried: over the wrong one a registry
    /// in trouble looks like one that refuses for good.</remarks>
    private async Task<T> TryEachTransportAsync<T>(
        RegistryCall call, Func<RegistryResponse, CancellationToken, Task<T>> read, ResilienceContext context)
    {
        var candidates = _transports.GetCandidates(call.Repository);
        for (var next = 0; ;)
        {
            var endpoint = RegistryEndpoint.FromRegistry(call.Repository.Registry, candidates[next++]);
            try
            {
                return await WithTimeoutAsync(call, endpoint, read, context).ConfigureAwait(false);
            }
            catch (RegistryException exception) when (NeverAnswered(exception, endpoint))
            {
                if (_transports.Forget(call.Repository, endpoint.Transport) || next == candidates.Length)
                {
                    throw;
                }
            }
        }
    }

    private async Task<T> WithTimeoutAsync<T>(
        RegistryCall call,
        RegistryEndpoint endpoint,
        Func<RegistryResponse, CancellationToken, Task<T>> read,
        ResilienceContext context)
    {
        var cancellationToken = context.CancellationToken;
        using var limit = new CancellationTokenSource(settings.AttemptTimeout, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await SendAndReadAsync(call, endpoint, read, context, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            var line = new RequestLine(call, call.Method, endpoint.ToUri(call.Path));
            throw RegistryClientErrors.Timeout(line, settings.AttemptTimeout, exception);
        }
    }

    private async Task<T> SendAndReadAsync<T>(
        RegistryCall call,
        RegistryEndpoint endpoint,
        Func<RegistryResponse, CancellationToken, Task<T>> read,
        ResilienceContext context,
        CancellationToken cancellationToken)
    {
        using var response = await authenticator.AuthenticateAndSendAsync(call, endpoint, cancellationToken).ConfigureAwait(false);
        if (response.Status != HttpStatusCode.BadRequest)   // which is how TLS servers answer plain HTTP
        {
            _transports.Remember(call.Repository, endpoint.Transport);
        }

        RecordQuota(response, context);
        return response.Status == HttpStatusCode.OK
            ? await read(response, cancellationToken).ConfigureAwait(false)
            : throw await HttpStatusErrors.ReadAsync(response, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Another host, that a redirect led to, has quotas of its own.</summary>
    private void RecordQuota(RegistryResponse response, ResilienceContext context)
    {
        var request = context.Properties.GetValue(RegistryRequest.Key, null!);
        if (!response.IsFromOtherHost && QuotaReader.Read(response.Message.Headers, request, timeProvider.GetUtcNow()) is { } quota)
        {
            Quotas.Record(quota);
            context.Properties.Set(RegistryQuota.Key, quota);
        }
    }

    private static bool NeverAnswered(RegistryException exception, RegistryEndpoint endpoint) =>
        exception.StatusCode is null
        && exception.Reason is RegistryFailure.Unreachable or RegistryFailure.Tls or RegistryFailure.Timeout
        && exception.Uri?.Authority == endpoint.ToUri("/").Authority;
}
