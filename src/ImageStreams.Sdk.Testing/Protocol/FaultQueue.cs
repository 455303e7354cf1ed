using ImageStreams.References;

namespace ImageStreams.Testing.Protocol;

/// <summary>The faults that have not happened yet, in the order in which they were planned.</summary>
internal sealed class FaultQueue(TimeProvider timeProvider)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<PlannedFault> _planned = [];

    /// <summary>Plans a fault for a number of requests, or until it is removed.</summary>
    public PlannedFault Add(RegistryFault fault, RegistryRequestFilter filter, int? times)
    {
        var planned = new PlannedFault(fault, filter, times);
        lock (_gate)
        {
            _planned.AddLast(planned);
        }

        return planned;
    }

    /// <summary>Removes a fault.</summary>
    public void Remove(PlannedFault planned)
    {
        lock (_gate)
        {
            _planned.Remove(planned);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    /// <summary>Takes the next fault that matches a request.</summary>
    public RegistryFault? Take(WireRequest request)
    {
        lock (_gate)
        {
            var due = _planned.FirstOrDefault(planned => planned.IsFor(request));
            if (due is not null && due.IsSpent())
            {
                _planned.Remove(due);
            }

            return due?.Fault;
        }
    }

    /// <summary>Responds with a fault; the ordinary response is created only when the fault needs it.</summary>
    public async Task<WireResponse> ApplyAsync(
        RegistryFault fault, WireRequest request, Func<WireResponse> answer, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case RegistryFault.Status status:
                return CreateStatus(status);
            case RegistryFault.Response other:
                return CreateResponse(other);
            case RegistryFault.NetworkFailure:
                return new WireResponse { Abort = ConnectionAbort.BeforeResponse };
            case RegistryFault.Delay delay:
                await Task.Delay(delay.Duration, timeProvider, cancellationToken).ConfigureAwait(false);
                return answer();
            default:
                return Modify(fault, request, answer());
        }
    }

    private static WireResponse Modify(RegistryFault fault, WireRequest request, WireResponse answer)
    {
        switch (fault)
        {
            case RegistryFault.TruncatedBody:
                return answer with { Abort = ConnectionAbort.InBody };
            case RegistryFault.MissingDigestHeader:
                return answer with { Headers = Without(answer.Headers, WireHeaders.ContentDigest) };
            default:
                return CorruptBody(request, answer);
        }
    }

    /// <summary>Changes one bit of the body; a <c>HEAD</c> response has no body, so its digest changes instead.</summary>
    private static WireResponse CorruptBody(WireRequest request, WireResponse answer)
    {
        var body = answer.Body.ToArray();
        if (body.Length > 0)
        {
            body[^1] ^= 1;
        }

        return request.Method == "HEAD"
            ? answer.With(WireHeaders.ContentDigest, Digest.Sha256(body).ToString())
            : answer with { Body = body };
    }

    private static Dictionary<string, string> Without(Dictionary<string, string> headers, string name) =>
        headers.Where(header => header.Key != name).ToDictionary();

    private static WireResponse CreateStatus(RegistryFault.Status status)
    {
        var answer = status.ErrorCode.Length == 0
            ? WireResponse.Empty(status.Code)
            : WireResponse.Error(status.Code, status.ErrorCode, "planned fault");
        return status.RetryAfter.Length == 0 ? answer : answer.With(WireHeaders.RetryAfter, status.RetryAfter);
    }

    private static WireResponse CreateResponse(RegistryFault.Response other)
    {
        var answer = new WireResponse { Status = other.Code, ContentType = other.ContentType, Body = other.Body };
        answer = other.Location.Length == 0 ? answer : answer.With(WireHeaders.Location, other.Location);
        return other.Link.Length == 0 ? answer : answer.With(WireHeaders.Link, other.Link);
    }
}
