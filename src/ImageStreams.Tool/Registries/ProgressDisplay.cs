using Spectre.Console;

namespace ImageStreams.Tool;

/// <summary>Shows the progress of questions to registries on the standard error, if that is a terminal.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs work that ticks once for each of its items.</summary>
    public static Task RunAsync(ToolEnvironment environment, int count, Func<Action, Task> work)
    {
        if (!environment.IsErrorTerminal)
        {
            return work(() => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(environment.Error),
            Ansi = AnsiSupport.Yes,
            ColorSystem = environment.AllowsColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
        });
        return console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask("asking registries", maxValue: count);
            await work(() => task.Increment(1)).ConfigureAwait(false);
        });
    }
}
