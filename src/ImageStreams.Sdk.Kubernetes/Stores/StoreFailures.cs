using System.Text.Json;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The failures of a store in a cluster.</summary>
internal static class StoreFailures
{
    private const int MaxExcerpt = 300;

    public static StoreException NotFound(string kind, ObjectKey key) =>
        new(StoreFailure.NotFound, $"The cluster has no {kind} {Quote(key)}.");

    public static StoreException AlreadyExists(string kind, ObjectKey key, Exception inner) =>
        new(StoreFailure.AlreadyExists, $"The cluster has the {kind} {Quote(key)} already: update it.", inner);

    public static StoreException Conflict(string kind, ObjectKey key, string? wanted, string? found, Exception? inner = null)
    {
        var message = $"The {kind} {Quote(key)} stays as it is: the version {Quote(wanted ?? "")} was expected, and the cluster has {found ?? "another"}.";
        return inner is null ? new StoreException(StoreFailure.Conflict, message) : new StoreException(StoreFailure.Conflict, message, inner);
    }

    public static StoreException OtherUid(string kind, ObjectKey key, string wanted, string? found) =>
        new(StoreFailure.Conflict, $"The {kind} {Quote(key)} has the UID {Quote(found ?? "")}, not {Quote(wanted)}, and was not deleted.");

    public static StoreException InvalidVersion(string text) =>
        new(StoreFailure.InvalidResourceVersion, $"{Quote(text)} is no version: versions are positive decimal numbers.");

    public static StoreException UnusableVersion(string? text) =>
        new(StoreFailure.Damaged, $"The cluster counts its versions in a way of its own: {Quote(text ?? "")} is no number.");

    public static StoreException Unreached(long version, long latest) =>
        new(StoreFailure.InvalidResourceVersion, $"The cluster is at version {latest}; {version} is still to come.");

    public static StoreException InvalidToken(string token) =>
        new(StoreFailure.InvalidContinue, $"The token {Quote(token)} is of another list; list from the beginning.");

    public static StoreException ExpiredWatch(long version) =>
        new(StoreFailure.Expired, $"What changed after version {version} is no longer known; list, and watch from there.");

    public static StoreException ExpiredList(long version, string? goOn, Exception inner) =>
        new(StoreFailure.Expired, $"The cluster no longer knows the state at version {version}; list from the beginning.", inner) { Continue = goOn };

    public static StoreException FellBehind(long version) =>
        new(StoreFailure.FellBehind, $"The watcher has seen everything up to version {version}, and missed changes since; list, and watch from there.");

    public static StoreException Unavailable(ApiException inner) =>
        new(StoreFailure.Unavailable, $"The cluster does not answer: {inner.Status.Message ?? inner.Message}", inner);

    public static StoreException TooMuchState(string reason) =>
        new(StoreFailure.OutOfSpace, $"The state of the controllers has no room in the cluster: {reason}.");

    /// <summary>Turns the error of a call for the state of controllers into that of a store.</summary>
    public static StoreException FromState(ApiException inner)
    {
        var failure = inner.Reason switch
        {
            ApiFailure.Forbidden => StoreFailure.ReadOnly,
            ApiFailure.Invalid => StoreFailure.OutOfSpace,
            _ => inner.Status.Code == 413 ? StoreFailure.OutOfSpace : StoreFailure.Unavailable,
        };
        return new(failure, $"The ConfigMaps with the state of the controllers: {inner.Status.Message ?? inner.Message}", inner);
    }

    /// <summary>Determines whether an error may be gone when the call is made again.</summary>
    public static bool IsPassing(ApiException error) => error.Reason
        is ApiFailure.ServiceUnavailable or ApiFailure.Timeout or ApiFailure.TooManyRequests or ApiFailure.InternalError;

    /// <summary>Creates the error for an object that is larger than a cluster keeps.</summary>
    public static ApiException TooLarge(string kind, ObjectKey key, int bytes, int limit) => Refuse(
        ApiFailure.Unknown,
        "RequestEntityTooLarge",
        413,
        $"The {kind} {Quote(key)} has {bytes} bytes as JSON; the cluster keeps objects of at most {limit}, because of the limit of etcd.");

    /// <summary>Creates the error for a resource that the cluster does not have.</summary>
    public static ApiException NoResource(string resource) =>
        Refuse(ApiFailure.NotFound, "NotFound", 404, $"The cluster has no resource {Quote(resource)}: create its definition first.");

    /// <summary>Creates the error for the objects that are changed in the cluster itself.</summary>
    public static ApiException KeptByCluster(string resource) => Refuse(
        ApiFailure.MethodNotAllowed,
        "MethodNotAllowed",
        405,
        $"The {resource} are those of the cluster: create, change and delete them there.");

    private static ApiException Refuse(ApiFailure failure, string reason, int code, string message) => new(failure, new KubernetesStatus
    {
        Kind = "Status",
        ApiVersion = "v1",
        Status = "Failure",
        Reason = reason,
        Code = code,
        Message = message,
    });

    private static string Quote(ObjectKey key) => Quote(key.ToString());

    private static string Quote(string text) => $"'{JsonEncodedText.Encode(text[..Math.Min(text.Length, MaxExcerpt)])}'";
}
