using ImageStreams.Triggers;
using static ImageStreams.Tests.Triggers.WrittenObjects;

namespace ImageStreams.Tests.Triggers;

/// <summary>The doctor is silent on applications as published samples have them, and finds one break in each.</summary>
public class SampleApplicationTests
{
    public static TheoryData<string> Names => [.. SampleApplications.All.Keys];

    /// <summary>One change of each application that breaks it, and the one code that the doctor then reports.</summary>
    public static TheoryData<string, string, string, string> Breaks => new()
    {
        { "source-build, builder not given", "\"type\":\"ImageChange\"", "\"type\":\"imagechange\"", "IST1015" },
        { "source-build, builder given", "\"name\":\"3.3\"", "\"name\":\"3.2\"", "IST1103" },
        { "deployment configuration", "\"containerNames\":[\"app\"]", "\"containerNames\":[]", "IST1402 IST1201" },
        { "deployment trigger without kind", "\"from\":{\"name\":\"app:latest\"}", "\"from\":{\"name\":\"app: latest\"}", "IST1013" },
        { "deployment trigger on a stream", "\"kind\":\"ImageStream\",\"name\":\"app\"}", "\"kind\":\"ImageStreams\",\"name\":\"app\"}", "IST1009 IST1201" },
        { "several components", "python:3.12", "python", "IST1011" },
        { "chained builds", "\"imageChange\":{\"from\"", "\"imageChangeParams\":{\"from\"", "IST1014" },
        { "Docker build on a stream of its own", "{\"name\":\"base:9\"}", "{\"name\":\"base:8\"}", "IST1103" },
        { "Docker build on an external image", "ConfigChange", "ImageChange", "IST1302" },
        { "Docker build without a base", "{\"type\":\"ConfigChange\"}", "{\"type\":\"imageChange\"}", "IST1301" },
        { "custom build", "{\"type\":\"ImageChange\"}", "{\"type\":\"ImageChange\",\"from\":{}}", "IST1014" },
        { "binary build", "\"triggers\":[]", "\"triggers\":[{\"type\":\"imageChange\"}]", "IST1303" },
        { "pipeline", "{\"type\":\"GitHub\"}", "{\"type\":\"ImageChange\"}", "IST1301" },
        { "stateful set", "db:15\\u0022", "db:16\\u0022", "IST1103 IST1201" },
        { "daemon set", "\"name\":\"agent\"},\"spec\":{\"tags\"", "\"name\":\"other\"},\"spec\":{\"tags\"", "IST1102 IST1201" },
        { "cron job", "spec.jobTemplate.spec.template.spec", "spec.template.spec", "IST1005" },
        { "image that is already there", "\\u0022fieldPath\\u0022", "\\u0022fieldpaths\\u0022", "IST1014" },
        { "tags that follow tags", "\"name\":\"1\"}", "\"name\":\"9\"}", "IST1109" },
        { "tag that follows what a build pushes", "\"name\":\"latest\"}", "\"name\":\"latesst\"}", "IST1109" },
        { "old spellings", "\"type\":\"imageChange\",\"imageChange\":{}", "\"type\":\"imageChange\"", "IST1303" },
        { "output without kind", "\"to\":{\"name\":\"app\"}", "\"to\":{\"name\":\"app:1\"}", "IST1013 IST1103 IST1201" },
        { "two containers of one deployment configuration", "\"name\":\"proxy:1\"}", "\"name\":\"proxy:2\"}", "IST1205 IST1103 IST1201" },
        { "build in another namespace", "app:latest\\u0022", "app:x\\u0022", "IST1103 IST1201" },
        { "trigger that is paused", "app:latest\\u0022", "app:lates\\u0022", "IST1103 IST1201" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Doctor_PublishedSample_IsSilent(string name) => AssertSilent(Examine(SampleApplications.All[name]));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Doctor_OneBreak_IsFound(string name, string sound, string broken, string codes)
    {
        var application = SampleApplications.All[name];
        Assert.Contains(application, json => json.Contains(sound, StringComparison.Ordinal));

        var findings = Examine(application.Select(json => json.Replace(sound, broken, StringComparison.Ordinal)));

        Assert.Equal(
            codes.Split(' ').Order(StringComparer.Ordinal),
            findings.Where(finding => finding.Severity != TriggerSeverity.Note).Select(finding => finding.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Applications_AreAtLeastTwenty() => Assert.InRange(SampleApplications.All.Count, 20, int.MaxValue);
}
