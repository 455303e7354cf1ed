using ImageStreams.Conformance;
using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.Conformance;

/// <summary>The recorded answers of OpenShift's own code, compared with this library's: one test per suite and folder.</summary>
public class ConformanceTests
{
    /// <summary>Part of the cases; the full set may be next to the clone.</summary>
    public static IEnumerable<object[]> Suites =>
        from folder in Folders
        from file in CaseFile.InFolder(folder.Path)
        select new object[] { folder.Name, file.Suite };

    private static IEnumerable<(string Name, string Path)> Folders =>
        new[] { ("core", Path.Combine(AppContext.BaseDirectory, "Vectors")), ("open", WholeFolder) }
            .Where(folder => Directory.Exists(folder.Item2));

    [Theory]
    [MemberData(nameof(Suites))]
    public void Run_Suite_AnswersAsOpenShift(string folder, string suite)
    {
        var path = Folders.Single(one => one.Name == folder).Path;
        using var output = new StringWriter();

        var status = CommandLine.Run([path, "--suite", suite, "--show", "3"], output, output);

        Assert.True(status == 0, output.ToString());
    }

    /// <summary>Guards against an empty folder: most suites are implemented, and none of those is skipped.</summary>
    [Fact]
    public void Run_AllOfCore_AnswersHundredsOfCases()
    {
        var reports = CaseFile.InFolder(Path.Combine(AppContext.BaseDirectory, "Vectors")).Select(SuiteRunner.Run).ToList();

        Assert.All(reports.Where(report => report.IsBuilt), report => Assert.True(report.Passed > 0, report.Suite));
        Assert.True(reports.Sum(report => report.Passed) > 100);
    }

    /// <summary>The folder of all cases, beside the clone that the tests were built in.</summary>
    private static string WholeFolder =>
        Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "conformance", "open");
}
