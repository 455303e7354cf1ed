using ImageStreams.Graphs;
using ImageStreams.Tests.Builders;
using ImageStreams.Tests.Triggers;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Documentation;

public sealed class TriggerDoctorSamples
{
    [Fact]
    public void Examine_ReportsFindings()
    {
        var (streams, builds, workloads) = (Fleets.Shop.Streams, Fleets.Shop.BuildConfigs, Fleets.Shop.Workloads);

        // sample: doctor-examine
        var objects = new GraphObjects { Streams = streams, BuildConfigs = builds, Workloads = workloads };
        foreach (var finding in TriggerDoctor.Examine(objects))
        {
            Console.WriteLine($"{finding.Code} {finding.Location}: {finding.Message}");
        }
        // end

        // sample: doctor-options
        var options = new TriggerDoctorOptions { Silenced = { "IST1112", TriggerRules.PausedTrigger.Code } };
        var isBroken = TriggerDoctor.Examine(objects, options).Any(finding => finding.Severity == TriggerSeverity.Error);
        // end

        Assert.False(isBroken);
    }

    [Fact]
    public void Correction_ReportsPathAndValue()
    {
        var finding = ExaminedObjects.Examine(ExaminedObjects.ADeployment(ExaminedObjects.Sound.Replace(":latest", "", StringComparison.Ordinal)))[0];

        // sample: doctor-correction
        if (finding.Correction is { } correction)
        {
            Console.WriteLine($"put {correction.Value} at {correction.Path}");
        }
        // end

        Assert.NotNull(finding.Correction);
    }

    [Fact]
    public void Files_ShowFindingsAsSarif()
    {
        var manifests = Fleets.Faulty;

        // sample: doctor-files
        var findings = TriggerDoctor.Examine(manifests, new TriggerDoctorOptions { IgnoreStatus = true });
        // end

        // sample: doctor-sarif
        var sarif = TriggerSarif.ToJson(findings, new TriggerSarifOptions
        {
            FindFile = source => $"deploy/{source.Namespace}/{source.Name}.yaml",
        });
        // end

        Assert.Contains("\"uri\":\"deploy/", sarif, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_HasASectionForEachRuleInOrder() => Assert.Equal(
        TriggerRules.All.Select(rule => $"{rule} ({rule.Severity.ToString().ToLowerInvariant()})"),
        DoctorExample.All.Select(example => example.Heading));

    [Fact]
    public void Page_EachRule_HasItsTexts() => Assert.All(TriggerRules.All.Zip(DoctorExample.All), pair =>
        Assert.StartsWith($"{pair.First.Title} {pair.First.Help}", pair.Second.Text, StringComparison.Ordinal));

    [Fact]
    public void Page_EachExample_YieldsItsCodeAndItsFixDoesNot() => Assert.All(DoctorExample.All, example =>
    {
        Assert.Contains(example.Code, Codes(example, example.Broken));
        Assert.DoesNotContain(example.Code, Codes(example, example.Fixed));
    });

    private static IEnumerable<string> Codes(DoctorExample example, GraphObjects objects)
    {
        var options = new TriggerDoctorOptions { IgnoreStatus = example.Code == TriggerRules.NamespaceNotGiven.Code };
        return TriggerDoctor.Examine(objects, options).Select(finding => finding.Code);
    }
}
