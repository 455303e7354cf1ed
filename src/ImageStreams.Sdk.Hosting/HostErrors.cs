namespace ImageStreams.Hosting;

/// <summary>The errors of a host that cannot start.</summary>
internal static class HostErrors
{
    public static InvalidOperationException NoSource(Type target) => new(
        $"The trigger controller has no source of objects: register an ITriggerSource, or let {target.Name} implement it.");
}
