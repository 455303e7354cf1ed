namespace ImageStreams.Diagnostics;

/// <summary>The names of attributes; those of OpenTelemetry where they exist.</summary>
internal static class TelemetryAttributes
{
    public const string ErrorType = "error.type";
    public const string Method = "http.request.method";
    public const string ResendCount = "http.request.resend_count";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string StatusCode = "http.response.status_code";
    public const string Outcome = "imagestreams.import.outcome";
    public const string TriggerOutcome = "imagestreams.trigger.outcome";
    public const string ObjectKind = "imagestreams.object.kind";
    public const string ObjectNamespace = "imagestreams.object.namespace";
    public const string ObjectName = "imagestreams.object.name";
    public const string PullSpec = "imagestreams.pull_spec";
    public const string Repository = "imagestreams.repository";
    public const string Stream = "imagestreams.stream";
    public const string Tag = "imagestreams.tag";
    public const string Target = "imagestreams.target";
}
