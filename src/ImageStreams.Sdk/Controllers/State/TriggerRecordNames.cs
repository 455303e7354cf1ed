namespace ImageStreams.Controllers;

/// <summary>The names of the members in the records of a controller's state.</summary>
internal static class TriggerRecordNames
{
    public const string Trip = "trip";
    public const string Since = "since";
    public const string Firings = "firings";
    public const string WindowTicks = "windowTicks";
    public const string Suppressed = "suppressed";
    public const string Fired = "fired";
    public const string Started = "started";
    public const string Failures = "failures";
    public const string RetryAt = "retryAt";
    public const string Seen = "seen";
    public const string Tag = "tag";
    public const string Image = "image";
    public const string At = "at";
}
