using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ImageStreams.Tests.PostgreSql.Replicas;

/// <summary>A process that runs the controllers.</summary>
internal sealed class ReplicaProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ReplicaProcess(Process process) => _process = process;

    /// <summary>False when the process has ended by itself.</summary>
    public bool IsRunning => !_process.HasExited;

    public static ReplicaProcess Start(string connectionString)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ImageStreams.Sdk.StoreProcess"))
        {
            ArgumentList = { "replica", "postgres", connectionString },
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return new ReplicaProcess(Process.Start(start)!);
    }

    /// <summary>Ends the process at once, by SIGKILL.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
