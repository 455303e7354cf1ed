using System.Text;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>One run of the tool in this process.</summary>
internal sealed record ToolRun
{
    public required int ExitCode { get; init; }

    public required string Out { get; init; }

    public required string Error { get; init; }

    /// <summary>Runs a command line without a terminal.</summary>
    public static Task<ToolRun> RunAsync(params string[] args) => RunAsync(new ToolSetting(), args);

    /// <summary>Runs a command line.</summary>
    public static async Task<ToolRun> RunAsync(ToolSetting setting, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(setting.Input));
        var environment = new ToolEnvironment
        {
            In = input,
            Out = output,
            Error = error,
            IsInputTerminal = setting.IsTerminal,
            IsOutputTerminal = setting.IsTerminal,
            IsErrorTerminal = setting.IsTerminal,
            FindVariable = name => setting.Variables.GetValueOrDefault(name),
            CreateRegistryClient = setting.CreateRegistryClient,
        };
        var exitCode = await ToolHost.RunAsync(args, environment, setting.Cancellation);
        return new ToolRun { ExitCode = exitCode, Out = output.ToString(), Error = error.ToString() };
    }
}
