using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>Puts the gate before a path that is about no resource, and answers failures with a <c>Status</c>.</summary>
/// <param name="gate">The gate.</param>
/// <param name="prepare">Waits until the resources are those that are stored.</param>
/// <param name="logger">The log of failures.</param>
/// <param name="forward">Answers requests elsewhere, and returns true for those; null for none.</param>
internal sealed class ApiGuard(
    ApiGate gate, Func<CancellationToken, ValueTask> prepare, ILogger logger, Func<HttpContext, ValueTask<bool>>? forward = null)
{
    /// <summary>Creates a handler that is called for requests that are admitted.</summary>
    public RequestDelegate Protect(Func<HttpContext, Task> answer) => context => AnswerAsync(context, answer);

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, Task> answer)
    {
        try
        {
            await gate.AdmitAsync(context).ConfigureAwait(false);
            await prepare(context.RequestAborted).ConfigureAwait(false);
            if (forward is null || !await forward(context).ConfigureAwait(false))
            {
                await answer(context).ConfigureAwait(false);
            }
        }
        catch (ApiException e)
        {
            await AnswerWriter.WriteStatusAsync(context, e.Status).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone, and with it whoever could read an answer.
        }
        catch (BadHttpRequestException e)
        {
            var status = ServedErrors.CreateStatus(e.StatusCode, StatusReasons.BadRequest, "the request is malformed, or was not sent to its end", null);
            await AnswerWriter.WriteStatusAsync(context, status).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever fails, the client gets an answer, and the log the reason.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.Failed(e, context.Request.Method, context.Request.Path);
            await AnswerWriter.WriteStatusAsync(context, ServedErrors.Internal(e).Status).ConfigureAwait(false);
        }
    }
}
