using System.Diagnostics;

namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>Runs programs; those of PostgreSQL as an ordinary user, because it refuses root.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The user of the server when the tests run as root: the one of Debian's package.</summary>
    private const string User = "postgres";

    /// <summary>Gives a folder to the user of the server.</summary>
    public static Task GiveAsync(string folder) =>
        Environment.IsPrivilegedProcess ? RunAsync(new ProcessStartInfo("chown", [User, folder])) : Task.CompletedTask;

    /// <summary>Runs a program of PostgreSQL to its end.</summary>
    public static Task RunAsync(string program, params string[] arguments) => RunAsync(AsUser(program, arguments));

    /// <summary>Sends a signal, such as <c>INT</c>.</summary>
    public static Task SignalAsync(int process, string signal) => RunAsync(new ProcessStartInfo("kill", [$"-{signal}", $"{process}"]));

    /// <summary>How a program of PostgreSQL is started; as root by <c>setpriv</c>, which becomes that program.</summary>
    public static ProcessStartInfo AsUser(string program, string[] arguments)
    {
        var path = PostgreSqlTools.GetPath(program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        start.WorkingDirectory = "/";
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        _ = start.RedirectStandardOutput ? process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{start.FileName} ended with {process.ExitCode}: {await errors}");
    }
}
