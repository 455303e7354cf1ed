using System.Net.Http.Headers;
using System.Text;
using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Creates the exceptions for responses that are errors, and for those that never came.</summary>
internal static class ReplyErrors
{
    private const int MaxExcerpt = 500;

    /// <summary>Creates the error that a server answered: its status, or one made of the code where a proxy answered otherwise.</summary>
    public static ApiException FromResponse(ApiCall call, int code, MediaTypeHeaderValue? type, ReadOnlySpan<byte> body)
    {
        if (type?.MediaType == ApiCall.Json && TryReadStatus(body) is { } status)
        {
            return FromStatus(status);
        }

        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxExcerpt)]).Trim();
        return Create(ApiFailures.FromCode(code), code, $"{call} was answered with {code}{(text.Length == 0 ? "" : ": " + text)}");
    }

    /// <summary>Creates the error of a status.</summary>
    public static ApiException FromStatus(KubernetesStatus status) => new(ApiFailures.FromStatus(status), status);

    /// <summary>Creates the error for a server that cannot be reached, or a connection that broke.</summary>
    public static ApiException Unreachable(ApiCall call, Uri server, Exception inner) =>
        Create(ApiFailure.ServiceUnavailable, 0, $"{call} did not reach {server}: {inner.Message}", inner);

    /// <summary>Creates the error for a request that took too long.</summary>
    public static ApiException TimedOut(ApiCall call, Uri server, TimeSpan timeout, Exception inner) =>
        Create(ApiFailure.Timeout, 0, $"{call} was not answered by {server} within {timeout}", inner);

    /// <summary>Creates the error for credentials that cannot be had.</summary>
    public static ApiException NoCredentials(Uri server, Exception inner) =>
        Create(ApiFailure.Unauthorized, 0, $"The credentials for {server} cannot be obtained: {inner.Message}", inner);

    /// <summary>Creates the error for a response that is larger than allowed.</summary>
    public static ApiException TooLarge(string what, long limit) =>
        Create(ApiFailure.Unknown, 0, $"{what} has more than {limit} bytes, the limit of the connection");

    /// <summary>Creates the error for a response that is no such object.</summary>
    public static ApiException Unreadable(string what, Exception inner) =>
        Create(ApiFailure.Unknown, 0, $"{what} cannot be read: {inner.Message}", inner);

    /// <summary>Creates the error for a response that ended early.</summary>
    public static ApiException Cut(string what) => Create(ApiFailure.ServiceUnavailable, 0, $"{what} were cut off");

    /// <summary>Creates the error for a name that no object can have.</summary>
    public static ApiException NoSuchName(string resource, string name) =>
        Create(ApiFailure.BadRequest, 400, $"\"{name}\" cannot be the name of one of {resource}: no request can have it in its path");

    /// <summary>Creates the error for a lease that another program made under one of our names.</summary>
    public static ApiException ForeignLease(string ns, string name) => Create(
        ApiFailure.AlreadyExists, 409, $"The lease {ns}/{name} is one of another program: delete it, or choose another prefix");

    /// <summary>Creates the error for fields that do not have the structure of their kind, as a server answers it.</summary>
    public static ApiException NotTyped(string message) => Create(ApiFailure.InternalError, 500, message);

    private static KubernetesStatus? TryReadStatus(ReadOnlySpan<byte> body)
    {
        try
        {
            var status = ImageStreamJson.Deserialize<KubernetesStatus>(body);
            return status.Kind == "Status" && status.Code != 0 ? status : null;
        }
        catch (WireFormatException)
        {
            return null;
        }
    }

    private static ApiException Create(ApiFailure failure, int code, string message, Exception? inner = null) => new(
        failure,
        new KubernetesStatus { Kind = "Status", ApiVersion = "v1", Status = "Failure", Message = message, Code = code },
        inner);
}
