using System.Net;
using Microsoft.Extensions.Logging;
using Polly;

namespace ImageStreams.Registries;

/// <summary>Executes calls: retries by the resilience pipeline, transports in their order, a time limit for each
/// attempt.</summary>
/// <remarks>ExecuteWithRetriesAsync ▶ AttemptAsync ▶ TryEachTransportAsync ▶ WithTimeoutAsync ▶ SendAndReadAsync ▶
/// <see cref="RegistryAuthenticator"/> ▶ <see cref="RedirectFollower"/> ▶ <see cref="HttpExchange"/>.</remarks>
internal sealed class RegistrySender(
    RegistryAuthenticator authenticator,
    TransportCache transports,
    RegistryClientSettings settings,
    TimeProvider timeProvider,
    ILogger logger,
    CancellationToken closing)
{
    private static readonly ResiliencePropertyKey<RegistryCallTelemetry> TelemetryKey = new("ImageStreams.Telemetry");

    /// <summary>The last quotas that registries sent.</summary>
    public QuotaStore Quotas { get; } = new();

    /// <summary>Executes a call until an attempt succeeds; reading the response is part of the attempt.</summary>
    public async Task<T> ExecuteWithRetriesAsync<T>(
        RegistryCall call,
        Func<RegistryResponse, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, typeof(HttpRegistryClient));
        using var telemetry = new RegistryCallTelemetry(call);
        using var limit = new CancellationTokenSource(settings.CallTimeout, timeProvider);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, closing);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, all.Token);
        context.Properties.Set(RegistryRequest.Key, RegistryRequest.FromCall(call));
        context.Properties.Set(TelemetryKey, telemetry);
        try
        {
            return await settings.Pipeline
                .ExecuteAsync(
                    static (context, state) => new ValueTask<T>(state.Sender.AttemptAsync(state.Call, state.Read, context)),
                    context,
                    (Sender: this, Call: call, Read: read))
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (all.IsCancellationRequested)
        {
            var end = CreateEnd(call, e, cancellationToken);
            telemetry.Fail(end);
            throw end;
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

    /// <summary>Creates the exception of a call that was ended: by its caller, with its client, or by its time limit.</summary>
    private Exception CreateEnd(RegistryCall call, OperationCanceledException inner, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException(inner.Message, inner, cancellationToken);
        }

        return closing.IsCancellationRequested
            ? new ObjectDisposedException(nameof(HttpRegistryClient))
            : RegistryClientErrors.CallTimeout(call, settings.CallTimeout, inner);
    }

    /// <summary>Makes one attempt, with telemetry and a log message.</summary>
    private async Task<T> AttemptAsync<T>(
        RegistryCall call, Func<RegistryResponse, CancellationToken, Task<T>> read, ResilienceContext context)
    {
        var telemetry = context.Properties.GetValue(TelemetryKey, null!);
        telemetry.Attempt();
        context.Properties.Set(RegistryQuota.Key, null!);   // the quota of an earlier attempt has been respected
        try
        {
            return await TryEachTransportAsync(call, read, context).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            logger.AttemptFailed(
                call.Repository.Registry, call.Repository.Name, call.Target, telemetry.Attempts, e.Reason, e.Message);
            throw;
        }
    }

    /// <summary>Tries the transports in order until one of them reaches the registry.</summary>
    /// <remarks>When a transport has reached the registry before, its failure is final and no other transport is tried:
    /// over the wrong transport, a temporary failure looks like a permanent one. Plain HTTP is never tried after TLS has
    /// answered, even with a refusal, nor after a failure of a proxy or of a server that may well speak TLS, so that a fault
    /// reveals no credentials.</remarks>
    private async Task<T> TryEachTransportAsync<T>(
        RegistryCall call, Func<RegistryResponse, CancellationToken, Task<T>> read, ResilienceContext context)
    {
        var candidates = transports.GetCandidates(call.Repository);
        var next = 0;
        while (true)
        {
            var endpoint = settings.CreateEndpoint(call.Repository.Registry, candidates[next]);
            next++;
            try
            {
                return await WithTimeoutAsync(call, endpoint, read, context).ConfigureAwait(false);
            }
            catch (RegistryException exception) when (IsUnreached(exception, endpoint))
            {
                var wasKnown = transports.Forget(call.Repository, endpoint.Transport);
                if (wasKnown || next == candidates.Length || !exception.MayBePlainHttp)
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
        RecordQuota(response, context);
        return response.Status == HttpStatusCode.OK
            ? await read(response, cancellationToken).ConfigureAwait(false)
            : throw await HttpStatusErrors.ReadAsync(response, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records the quota of the registry; another host, to which a redirect led, has quotas of its own.</summary>
    private void RecordQuota(RegistryResponse response, ResilienceContext context)
    {
        var request = context.Properties.GetValue(RegistryRequest.Key, null!);
        if (!response.IsFromOtherHost && QuotaReader.Read(response.Message.Headers, request, timeProvider.GetUtcNow()) is { } quota)
        {
            Quotas.Record(quota);
            context.Properties.Set(RegistryQuota.Key, quota);
        }
    }

    private static bool IsUnreached(RegistryException exception, RegistryEndpoint endpoint) =>
        exception.StatusCode is null
        && exception.Reason is RegistryFailure.Unreachable or RegistryFailure.Tls or RegistryFailure.Timeout
        && exception.Uri?.Authority == endpoint.ToUri("/").Authority;
}
