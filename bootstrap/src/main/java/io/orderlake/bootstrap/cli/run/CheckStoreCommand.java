package io.orderlake.bootstrap.cli.run;

import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.StoreAdmission;
import io.vavr.collection.List;
import io.vavr.control.Option;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks an object store whether it can hold a lake. */
@Command(
    name = "check-store",
    description = {
      "Tries whether the object store of --lake can hold a lake: many put one new object at once, again and again, and exactly one of them may succeed.",
      "A lake's birth tries it by itself. What is put for it is removed again."
    })
public final class CheckStoreCommand extends RoleCommand {
  @Spec private CommandSpec spec;

  public CheckStoreCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.OWNS;
  }

  @Override
  protected void check(LakehouseConfig config) {
    if (config.store().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no object store is named; name one with --lake s3a://bucket/orders");
    }
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) {
    shell.screen().progress("trying the store…");
    Option<List<String>> objection = StoreAdmission.objection(config);
    if (objection.isEmpty()) {
      shell.screen().say("the store of " + config.place() + " can hold a lake");
      return ExitStatus.OK;
    }
    shell.screen().complain(objection.get().head());
    objection.get().tail().forEach(shell.screen()::note);
    return ExitStatus.of(ExitCode.CONFIG);
  }
}
