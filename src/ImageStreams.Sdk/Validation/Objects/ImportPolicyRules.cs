namespace ImageStreams.Validation;

/// <summary>How images are imported.</summary>
internal static class ImportPolicyRules
{
    /// <summary>Checks the policy of an object.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="path">The object that has it.</param>
    /// <param name="errors">What is wrong is added here.</param>
    public static void Check(TagImportPolicy policy, in FieldPath path, FieldErrors errors)
    {
        var mode = policy.ImportMode;
        if (mode != default && mode != ImportMode.Legacy && mode != ImportMode.PreserveOriginal)
        {
            errors.Invalid(path.Child("importPolicy", "importMode"), mode.Text,
                "The mode must be Legacy, to take the image for one platform, PreserveOriginal, to take the index of "
                + "all, or be left out.");
        }
    }
}
