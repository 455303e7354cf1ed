using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using ImageStreams.Importing;

namespace ImageStreams.Tool;

/// <summary>Forecasts what imports cost the registries.</summary>
internal sealed class ForecastCommand : AnswerCommand<ImportForecast>
{
    /// <summary>The most changes of a tag in a day: one in each second.</summary>
    private const double MaxChanges = 86_400;

    private readonly Option<bool> _hubLogin = new("--docker-hub-login")
    {
        Description = "Expect Docker Hub's quota for users who have logged in, rather than that for anonymous pulls.",
    };

    private readonly Option<double> _changes = new("--changes-per-day")
    {
        Description = "The expected number of changes of each tag per day.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => ImportForecastOptions.DefaultChangesPerDay,
    };

    public ForecastCommand()
        : base("forecast", "Forecasts what importing the tags will cost each registry.", "imagestreams forecast deploy/")
    {
        _changes.Validators.Add(CheckChanges);
        Add(_hubLogin);
        Add(_changes);
    }

    /// <inheritdoc/>
    protected override ImportForecast Ask(LoadedInput input, ParseResult parsed)
    {
        var options = new ImportForecastOptions { ChangesPerDay = parsed.GetValue(_changes) };
        var quota = parsed.GetValue(_hubLogin) ? PullQuota.DockerHubAuthenticated : PullQuota.DockerHubAnonymous;
        options.Quotas.Add(PullQuotaOptions.FromQuota("docker.io", quota));
        return input.Workspace.Forecast(options);
    }

    /// <inheritdoc/>
    protected override void WriteText(TextOutput output, ImportForecast answer, LoadedInput input)
    {
        var text = answer.ToString();
        foreach (var line in (text.Length == 0 ? "no tags to import" : text).Split('\n'))
        {
            output.WriteLine(line);
        }
    }

    /// <inheritdoc/>
    protected override void WriteJson(ToolEnvironment environment, ImportForecast answer, LoadedInput input) =>
        JsonOutput.Write(environment, "forecast", writer => WriteJson(writer, answer));

    /// <inheritdoc/>
    protected override bool IsFine(ImportForecast answer) => answer.IsFeasible;

    private static void CheckChanges(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }]
            && double.TryParse(text, CultureInfo.InvariantCulture, out var number)
            && number is not (>= 0 and <= MaxChanges))
        {
            result.AddError("--changes-per-day must be a number from 0 to 86400.");
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, ImportForecast forecast)
    {
        writer.WriteBoolean("feasible", forecast.IsFeasible);
        writer.WriteArray("registries", forecast.Registries, WriteRegistry);
        writer.WriteTexts("ignored", forecast.Ignored);
    }

    private static void WriteRegistry(Utf8JsonWriter writer, RegistryForecast registry)
    {
        writer.WriteString("registry", registry.Registry);
        writer.WriteNumber("tags", registry.Tags);
        writer.WriteNumber("scheduledTags", registry.ScheduledTags);
        writer.WriteNumber("initialPulls", registry.InitialPulls);
        writer.WriteNumber("windowSeconds", registry.Window.TotalSeconds);
        writer.WriteNumber("checksPerWindow", Math.Round(registry.ChecksPerWindow, 3));
        writer.WriteNumber("pullsPerWindow", Math.Round(registry.PullsPerWindow, 3));
        writer.WriteNumber("requestsPerWindow", Math.Round(registry.RequestsPerWindow, 3));
        writer.WriteString("quota", registry.Quota is { } quota ? quota.ToString() : null);
        writer.WriteArray("delayedTags", registry.DelayedTags, (item, delayed) =>
        {
            item.WriteString("tag", delayed.Tag.ToString());
            item.WriteString("reason", ToolText.ToCamelCase(delayed.Reason.ToString()));
            item.WriteNumber("requestedSeconds", delayed.RequestedInterval.TotalSeconds);
            item.WriteNumber("expectedSeconds", Math.Round(delayed.ExpectedInterval.TotalSeconds));
        });
    }
}
