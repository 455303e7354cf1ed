using System.CommandLine;
using System.Text;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The part of the page on the command line that follows from the command tree.</summary>
internal static class CommandLinePage
{
    public const string Path = "docs/reference/command-line.md";

    /// <summary>Formats the section of a command: what it does, an example, and its arguments and options.</summary>
    public static string Format(ToolCommand command)
    {
        var text = new StringBuilder($"## {command.FullName}\n\n{command.Description}\n\n```bash\n{command.Example}\n```\n\n");
        if (command.Subcommands.Count > 0)
        {
            return FormatParts(command, text);
        }

        text.Append("| argument or option | default | description |\n|---|---|---|\n");
        foreach (var argument in command.Arguments)
        {
            text.Append($"| `{argument.HelpName ?? argument.Name}` | | {argument.Description} |\n");
        }

        foreach (var option in command.Options)
        {
            var names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(name => name.Length).Select(name => $"`{name}`"));
            var value = option.HelpName is null ? "" : $" `{option.HelpName.Replace("|", "\\|", StringComparison.Ordinal)}`";
            text.Append($"| {names}{value} | {FormatDefault(option)} | {option.Description} |\n");
        }

        return text.ToString();
    }

    /// <summary>Writes the section of a command into the page, when texts are recorded anew.</summary>
    public static void Accept(ToolCommand command)
    {
        var file = System.IO.Path.Combine(RepositoryFiles.Root, Path);
        var page = File.ReadAllText(file);
        var start = page.IndexOf($"## {command.FullName}\n", StringComparison.Ordinal);
        var table = page.IndexOf("\n| ", start, StringComparison.Ordinal);
        var end = page.IndexOf("\n\n", table, StringComparison.Ordinal) + 1;
        File.WriteAllText(file, page[..start] + Format(command) + page[end..]);
    }

    private static string FormatParts(ToolCommand command, StringBuilder text)
    {
        text.Append("| command | description |\n|---|---|\n");
        foreach (var part in command.Subcommands.OfType<ToolCommand>())
        {
            text.Append($"| `{part.FullName}` | {part.Description} |\n");
        }

        return text.ToString();
    }

    private static string FormatDefault(Option option) => option.HasDefaultValue && option.HelpName is not null
        ? $"`{option.GetDefaultValue()}`"
        : "";
}
