using ImageStreams.Validation;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class PodAndJobValidationTests
{
    private const string Spec = "{ \"restartPolicy\": \"Never\", \"containers\": [{ \"name\": \"a\", \"image\": \"a\" }] }";
    private const string Pod = "{ \"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": { \"generateName\": \"a-\" }, \"spec\": " + Spec + " }";
    private const string Job = "{ \"apiVersion\": \"batch/v1\", \"kind\": \"Job\", \"metadata\": { \"name\": \"a\" }, "
        + "\"spec\": { \"template\": { \"spec\": " + Spec + " } } }";

    private const string CronJob = "{ \"apiVersion\": \"batch/v1\", \"kind\": \"CronJob\", \"metadata\": { \"name\": \"a\" }, "
        + "\"spec\": { \"schedule\": \"@daily\", \"jobTemplate\": { \"spec\": { \"template\": { \"spec\": " + Spec + " } } } } }";

    [Theory]
    [InlineData(Pod)]
    [InlineData(Job)]
    [InlineData(CronJob)]
    public void Validate_Valid_FindsNothing(string json) => AssertErrors(WorkloadValidator.Validate(Workload.Parse(json)));

    [Theory]
    [InlineData(Pod, "metadata", "{}", "FieldValueRequired metadata.name")]
    [InlineData(Pod, "metadata.generateName", "\"A_b-\"", "FieldValueInvalid metadata.generateName", "FieldValueInvalid metadata.name")]
    [InlineData(Pod, "metadata.labels", "{ \"a\": \"b c\" }", "FieldValueInvalid metadata.labels")]
    [InlineData(Pod, "metadata.finalizers", "[\"a\"]", "FieldValueInvalid metadata.finalizers[0]")]
    [InlineData(Pod, "spec.containers[0].image", "\" a\"", "FieldValueInvalid spec.containers[0].image")]
    [InlineData(Pod, "spec.containers[0].image", "null", "FieldValueRequired spec.containers[0].image")]
    [InlineData(Pod, "spec.restartPolicy", "\"never\"", "FieldValueNotSupported spec.restartPolicy")]
    [InlineData(Job, "spec.parallelism", "-1", "FieldValueInvalid spec.parallelism")]
    [InlineData(Job, "spec.backoffLimit", "-1", "FieldValueInvalid spec.backoffLimit")]
    [InlineData(Job, "spec.template.spec.restartPolicy", "\"Always\"", "FieldValueRequired spec.template.spec.restartPolicy")]
    [InlineData(Job, "spec.template.spec.restartPolicy", null, "FieldValueRequired spec.template.spec.restartPolicy")]
    [InlineData(Job, "spec.template.metadata.labels", "{ \"a\": \"b c\" }", "FieldValueInvalid spec.template.labels")]
    [InlineData(CronJob, "spec.schedule", "\"\"", "FieldValueRequired spec.schedule")]
    [InlineData(CronJob, "spec.concurrencyPolicy", "\"Never\"", "FieldValueNotSupported spec.concurrencyPolicy")]
    [InlineData(CronJob, "spec.failedJobsHistoryLimit", "-1", "FieldValueInvalid spec.failedJobsHistoryLimit")]
    [InlineData(CronJob, "metadata.name", "\"a2345678901234567890123456789012345678901234567890123\"", "FieldValueInvalid metadata.name")]
    [InlineData(CronJob, "spec.jobTemplate.spec.template.spec.containers[0].image", "\"\"", "FieldValueRequired spec.jobTemplate.spec.template.spec.containers[0].image")]
    public void Validate_RefusedField_IsNamed(string json, string path, string? value, params string[] expected) =>
        AssertErrors(WorkloadValidator.Validate(Workload.Parse(EditedJson.With(json, path, value))), expected);

    [Theory]
    [InlineData("a/../b", "b")]
    [InlineData("", ".")]
    [InlineData("../a/./b//c/..", "../a/b")]
    [InlineData("/../a/", "/a")]
    [InlineData("..a", "..a")]
    [InlineData("a/../..", "..")]
    public void Clean_Path_IsTheShortest(string path, string expected) => Assert.Equal(expected, UnixPath.Clean(path));
}
